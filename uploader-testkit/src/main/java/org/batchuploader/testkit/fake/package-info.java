/**
 * Stand-ins for the remote systems that remember what they were told, made from recordings and sources. Start with
 * {@link org.batchuploader.testkit.fake.FakeSystem}; {@link org.batchuploader.testkit.fake.Faults} makes them misbehave.
 * For tests and for trying things, never for work.
 */
@NullMarked
package org.batchuploader.testkit.fake;

import org.jspecify.annotations.NullMarked;
