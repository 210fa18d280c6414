package org.bluethread.facade.pages;

import org.bluethread.gate.Report;

/**
 * The verdict of the gate.
 *
 * @param report what it said
 */
public record ReportPage(Report report) {}
