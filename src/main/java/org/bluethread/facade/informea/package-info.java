/**
 * OData 2 over the records that InforMEA harvests: addresses, filters, Atom and JSON. It knows the
 * records and nothing of the graph.
 *
 * @see <a href="https://www.odata.org/documentation/odata-version-2-0/">OData 2</a>
 */
package org.bluethread.facade.informea;
