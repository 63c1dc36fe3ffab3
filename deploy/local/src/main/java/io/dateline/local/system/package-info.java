/** The whole of Dateline as child processes: started in order, watched, stopped in order. */
package io.dateline.local.system;
