package org.bluethread.facade.pages;

import org.bluethread.facade.problem.Problem;

/**
 * What went wrong.
 *
 * @param problem the problem
 */
public record ProblemPage(Problem problem) {}
