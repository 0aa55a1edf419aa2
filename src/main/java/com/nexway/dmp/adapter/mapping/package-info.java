/** Mapping files that mirror the Event, and the pure mapper that applies them. */
@NullMarked
package com.nexway.dmp.adapter.mapping;

import org.jspecify.annotations.NullMarked;
