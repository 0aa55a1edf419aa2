/** How the adapter fares, in three words and a sentence for each part. */
@NullMarked
package com.nexway.dmp.adapter.health;

import org.jspecify.annotations.NullMarked;
