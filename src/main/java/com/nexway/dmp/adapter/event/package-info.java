/** The DMP's Event: its properties as the document has them, its exact bytes, its validation. */
@NullMarked
package com.nexway.dmp.adapter.event;

import org.jspecify.annotations.NullMarked;
