/** A stand-in for the DMP, its rules written anew from the document. */
@NullMarked
package com.nexway.dmp.adapter.sandbox;

import org.jspecify.annotations.NullMarked;
