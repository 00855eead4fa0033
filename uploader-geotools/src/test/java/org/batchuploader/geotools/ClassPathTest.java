package org.batchuploader.geotools;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class ClassPathTest {
    @Test
    void holds_one_slf4j_which_logs_to_logback() throws IOException {
        assertThat(Collections.list(getClass().getClassLoader().getResources("org/slf4j/LoggerFactory.class")))
                .hasSize(1);
        var logger = (Logger) LoggerFactory.getLogger("geotools.class.path");
        var events = new ListAppender<ILoggingEvent>();
        events.start();
        logger.addAppender(events);

        logger.atInfo().addKeyValue("dataset", "roads").log("seen");

        assertThat(events.list).singleElement().satisfies(event -> assertThat(event.getKeyValuePairs())
                .hasSize(1));
    }
}
