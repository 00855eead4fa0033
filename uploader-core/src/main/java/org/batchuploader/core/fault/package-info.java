/**
 * The places of the way where something may go wrong, by name. A harness that armed the process makes it wait or fail there; an
 * ordinary process only passes. Nothing but the names and that hook belongs here.
 */
@NullMarked
package org.batchuploader.core.fault;

import org.jspecify.annotations.NullMarked;
