/** CSV files of a drop folder, read as a stream and handed over in batches. */
@NullMarked
package com.nexway.dmp.adapter.source.csv;

import org.jspecify.annotations.NullMarked;
