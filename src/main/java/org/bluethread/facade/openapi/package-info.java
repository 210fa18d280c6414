/**
 * Descriptions of routes, and the OpenAPI document made of them. It knows nothing of the routes
 * themselves: a test holds that each route is described and each description has a route.
 */
package org.bluethread.facade.openapi;
