/**
 * Files and folders: private ones, what a person wrote, room on the disk, and what is in the way.
 */
@NullMarked
package com.nexway.dmp.adapter.files;

import org.jspecify.annotations.NullMarked;
