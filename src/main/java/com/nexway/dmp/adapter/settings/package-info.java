/** What the merchant sets, as records that cannot be wrong. */
@NullMarked
package com.nexway.dmp.adapter.settings;

import org.jspecify.annotations.NullMarked;
