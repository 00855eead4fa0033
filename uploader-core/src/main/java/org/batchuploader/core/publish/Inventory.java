package org.batchuploader.core.publish;

import java.util.List;
import java.util.function.Consumer;

/**
 * What a system holds, looked at without changing anything there. A catalog, portal or metadata registry that can be looked at is one
 * of these as well. Thread-safe; throws as the three ports do.
 */
public interface Inventory {
    /** Its name, as an administrator knows it. */
    String system();

    /** How what is there differs from what was put there; nothing when it does not. A reference made elsewhere is of nothing here. */
    List<Difference> look(Expected expected);

    /** Everything there that carries our mark, whether or not anybody remembers it; in pages, so that it may be much. */
    void marked(Consumer<Marked> each);
}
