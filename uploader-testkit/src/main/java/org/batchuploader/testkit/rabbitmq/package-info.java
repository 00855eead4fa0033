/**
 * A real RabbitMQ for tests and benchmarks, from the machine's own package. It runs beside any other on free ports, with a
 * folder and a name of its own, and nothing of it stays behind. Tests ask for it by parameter.
 */
@NullMarked
package org.batchuploader.testkit.rabbitmq;

import org.jspecify.annotations.NullMarked;
