/** Files: how those of a person are read. */
@org.jspecify.annotations.NullMarked
package com.nexway.dmp.adapter.files;
