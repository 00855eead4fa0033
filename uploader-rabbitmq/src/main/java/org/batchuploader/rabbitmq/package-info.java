/**
 * The queue of several nodes by way of RabbitMQ: the rows of another queue stay the truth, the broker carries word of them
 * to exactly one of the nodes that have room. One reads {@link org.batchuploader.rabbitmq.RabbitTasks} first. What comes
 * from the broker may be doubled, late, old or missing, and never changes more than when somebody looks at the rows.
 */
@NullMarked
package org.batchuploader.rabbitmq;

import org.jspecify.annotations.NullMarked;
