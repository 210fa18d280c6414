/**
 * The names the program knows: terms generated from {@code ontology/} and the addresses of the
 * graphs that the program itself keeps. Floor 1; uses nothing of the house.
 */
package org.bluethread.vocabulary;
