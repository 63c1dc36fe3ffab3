/** A small publisher on this machine: three feeds whose stories keep arriving, so that nothing else is needed to watch. */
package io.dateline.local.newsroom;
