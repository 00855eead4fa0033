package org.batchuploader.core.publish;

import java.util.function.Supplier;
import org.batchuploader.core.id.LayerId;
import org.jspecify.annotations.Nullable;

/**
 * Something in a system that carries our mark.
 *
 * @param layer by its mark; absent where a system is nobody's but ours and keeps names only
 * @param name of the layer
 * @param what it is, for a sentence: {@code the store uploads/roads_...}
 * @param placement by which it can be removed; found out when it is asked for, which may take a call
 */
public record Marked(@Nullable LayerId layer, String name, String what, Supplier<Placement> placement) {}
