/** Imports archives into a running Dateline and shows how far they are. */
package io.dateline.local.archive;
