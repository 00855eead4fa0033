/**
 * What the service is told: one YAML file, the environment and the command line, checked key by key and turned into records. A new key is one line in {@link org.batchuploader.app.config.Key}.
 */
@NullMarked
package org.batchuploader.app.config;

import org.jspecify.annotations.NullMarked;
