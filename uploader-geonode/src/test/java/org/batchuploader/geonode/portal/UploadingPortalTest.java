package org.batchuploader.geonode.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.batchuploader.core.publish.Placement;
import org.batchuploader.core.publish.Portal;
import org.batchuploader.core.remote.RemoteRefused;
import org.batchuploader.testkit.fake.Fault;
import org.batchuploader.testkit.fake.GeoNodeTroubles;
import org.batchuploader.testkit.publish.Trouble;
import org.batchuploader.testkit.sample.SampleStyle;
import org.junit.jupiter.api.Test;

class UploadingPortalTest extends FakedPortal {
    @Override
    Portal made(TiedFakes with, PortalSettings settings) {
        return GeoNodePortal.uploading(with.client(), settings);
    }

    @Override
    protected Optional<String> page(String layerName) {
        return fakes.geonode.page(layerName + "_");
    }

    @Override
    List<Trouble> ownTroubles() {
        List<Trouble> troubles = new ArrayList<>();
        for (String operation : List.of("upload", "execution", "executions", "transfer")) {
            troubles.add(unavailable(operation, Fault.HANG));
        }
        troubles.add(unavailable("upload", Fault.LOSE_ANSWER));
        troubles.add(unavailable("transfer", Fault.LOSE_ANSWER));
        troubles.add(unavailable(GeoNodeTroubles.NEVER_ENDS, Fault.LIE));
        troubles.add(unavailable(GeoNodeTroubles.UPLOADS_AT_ONCE, Fault.LIE));
        troubles.add(refusing("upload", Fault.REFUSE));
        troubles.add(refusing("upload", Fault.LIE));
        troubles.add(refusing("transfer", Fault.REFUSE));
        troubles.add(refusing("transfer", Fault.LIE));
        troubles.add(refusing(GeoNodeTroubles.UPLOAD_FAILS, Fault.LIE));
        troubles.add(refusing(GeoNodeTroubles.UPLOAD_FAILS_HALFWAY, Fault.LIE));
        troubles.add(Trouble.refusing(
                "too large", () -> fakes.geonode.largestUpload(100), () -> fakes.geonode.largestUpload(100_000_000)));
        return troubles;
    }

    @Test
    void an_upload_whose_answer_was_lost_does_not_become_two_datasets() {
        fakes.geonode.faults().once("upload", Fault.LOSE_ANSWER);
        assertThatThrownBy(() -> portal().register(sample("roads").write()));

        portal().register(sample("roads").write());
        assertThat(fakes.geonode.state().lines().filter(line -> line.startsWith("dataset")))
                .hasSize(1);
    }

    @Test
    void a_replacement_that_fails_halfway_keeps_the_dataset_there_was() {
        Placement before = portal().register(sample("roads").write());
        fakes.geonode.faults().once(GeoNodeTroubles.UPLOAD_FAILS_HALFWAY, Fault.LIE);

        assertThatThrownBy(() -> portal().register(sample("roads").replacing().write()))
                .isInstanceOf(RemoteRefused.class)
                .hasMessageContaining("Partial import");
        assertThat(portal().register(sample("roads").replacing().write())).isEqualTo(before);
    }

    @Test
    void a_long_name_leaves_room_for_what_makes_it_ours() {
        String name = "a".repeat(56);
        portal().register(sample(name).write());

        assertThat(fakes.geonode.state()).contains("geonode:" + "a".repeat(42) + "_");
    }

    @Test
    void a_shapefile_without_a_projection_file_is_refused_before_anything_is_sent() {
        assertThatThrownBy(
                        () -> portal().register(sample("roads").without("prj").write()))
                .isInstanceOf(RemoteRefused.class)
                .hasMessageContaining(".prj");
        assertThat(fakes.geonode.calls()).doesNotContain("upload");
    }

    @Test
    void the_owner_s_style_goes_along_made_harmless() {
        String sld = SampleStyle.ofVersion("1.0.0")
                .graphic("<ExternalGraphic><OnlineResource xlink:href=\"http://169.254.169.254/x.png\"/>"
                        + "<Format>image/png</Format></ExternalGraphic>")
                .text();
        portal().register(sample("roads").delivered("sld", sld).write());

        assertThat(fakes.geonode.sidecars("roads_").get("sld"))
                .contains("#3366aa")
                .doesNotContain("169.254");
    }

    @Test
    void a_style_that_is_none_stays_away_and_costs_no_layer() {
        String sld = "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>";
        portal().register(sample("roads").delivered("sld", sld).write());

        assertThat(fakes.geonode.sidecars("roads_")).isEmpty();
        assertThat(page("roads")).isPresent();
    }

    /** By its identifier GeoNode would take it for the record of another dataset. */
    @Test
    void the_owner_s_iso_record_goes_along_without_its_identifier() {
        portal().register(sample("roads").delivered("shp.xml", iso("")).write());

        assertThat(fakes.geonode.sidecars("roads_").get("xml"))
                .contains("Surveyed by hand")
                .doesNotContain("somebody-elses");
    }

    @Test
    void metadata_that_geonode_cannot_read_stays_away() {
        for (String xml : List.of(
                "<metadata><Esri/></metadata>",
                iso("<!DOCTYPE gmd:MD_Metadata>"),
                iso("").replace("gmd:MD_Metadata", "gmd:MI_Metadata"),
                "no XML")) {
            portal().register(sample("roads").delivered("shp.xml", xml).write());

            assertThat(fakes.geonode.sidecars("roads_")).as(xml).isEmpty();
        }
    }

    private static String iso(String head) {
        return head
                + """
                <gmd:MD_Metadata xmlns:gmd="http://www.isotc211.org/2005/gmd" xmlns:gco="http://www.isotc211.org/2005/gco">
                  <gmd:fileIdentifier><gco:CharacterString>somebody-elses</gco:CharacterString></gmd:fileIdentifier>
                  <gmd:purpose><gco:CharacterString>Surveyed by hand</gco:CharacterString></gmd:purpose>
                </gmd:MD_Metadata>""";
    }
}
