/** The demo: shops, a sandbox and the adapter on shipped routes and mappings, in one process. */
@NullMarked
package com.nexway.dmp.adapter.demo;

import org.jspecify.annotations.NullMarked;
