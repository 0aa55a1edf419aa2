/** What a source hands over: records, their origin, and the checkpoint after them. */
@NullMarked
package com.nexway.dmp.adapter.record;

import org.jspecify.annotations.NullMarked;
