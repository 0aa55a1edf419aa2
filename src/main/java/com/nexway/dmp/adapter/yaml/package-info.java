/**
 * The merchant's YAML files, with the place of every word in them, so that each problem names it.
 */
@NullMarked
package com.nexway.dmp.adapter.yaml;

import org.jspecify.annotations.NullMarked;
