/**
 * The HTTP client to the DMP, on the public interfaces of HttpClient 5: one request per event, held
 * at the last moment until the pace allows it, and its answer read with bounds.
 */
@NullMarked
package com.nexway.dmp.adapter.client;

import org.jspecify.annotations.NullMarked;
