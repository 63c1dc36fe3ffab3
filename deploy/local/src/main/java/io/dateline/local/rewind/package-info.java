/** Takes a service back to what it read at a time, after an older copy of its database was restored. */
package io.dateline.local.rewind;
