/** The commands behind {@code deploy/up}, {@code deploy/down} and {@code deploy/status}. */
package io.dateline.local.cli;
