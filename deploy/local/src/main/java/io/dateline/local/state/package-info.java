/** What is kept between two runs, and what says that one is going on. */
package io.dateline.local.state;
