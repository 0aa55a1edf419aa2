/** What an operator sees: health, numbers, alerts. */
@NullMarked
package com.nexway.dmp.adapter.operations;

import org.jspecify.annotations.NullMarked;
