/** Wiring: the one place that knows Camel. */
@NullMarked
package com.nexway.dmp.adapter.camel;

import org.jspecify.annotations.NullMarked;
