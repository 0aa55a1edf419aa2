/** From what a source holds to what a property of the Event needs, led by the property's type. */
@NullMarked
package com.nexway.dmp.adapter.mapping.conversion;

import org.jspecify.annotations.NullMarked;
