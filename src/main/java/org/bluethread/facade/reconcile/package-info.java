/**
 * What the reconciliation service reads and answers in JSON.
 *
 * @see <a href="https://www.w3.org/community/reports/reconciliation/CG-FINAL-specs-0.2-20230410/">
 *     Reconciliation Service API 0.2</a>
 */
package org.bluethread.facade.reconcile;
