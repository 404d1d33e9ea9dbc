package dev.rapport.model.organisation.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.model.json.JsonInput;
import dev.rapport.model.organisation.Competency;
import dev.rapport.model.organisation.Organisation;
import dev.rapport.model.organisation.Role;
import dev.rapport.model.organisation.RoleProfile;
import dev.rapport.model.problem.Checked;
import dev.rapport.model.problem.GoldenFiles;
import dev.rapport.model.problem.InvalidDocumentException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OrganisationDocumentTest {

    private static final GoldenFiles BAD = GoldenFiles.beside(OrganisationDocumentTest.class, "bad");

    static Stream<Path> badDocuments() {
        return BAD.documents(".json").stream();
    }

    @ParameterizedTest
    @MethodSource("badDocuments")
    void badOrganisation_isRefused_withAllItsProblemsAtTheirPlaces(Path document) throws IOException {
        Checked<Organisation> organisation = OrganisationDocument.KIND.read(GoldenFiles.open(document));

        assertThatThrownBy(organisation::orThrow).isInstanceOf(InvalidDocumentException.class);
        BAD.verify(document, organisation.problems().render());
    }

    private static String example() throws IOException {
        String formats = Files.readString(Path.of("..", "docs", "formats.md"));
        String begin = "<!-- role-profile -->\n```\n";
        int from = formats.indexOf(begin) + begin.length();
        return formats.substring(from, formats.indexOf("```", from));
    }

    @Test
    void profileOfTheDocumentation_isReadAsWritten_andWhatIsLeftOutIsAMustOfWeightOne() throws IOException {
        String document = """
                {
                  "format": "rapport/organisation", "version": 1, "id": "us", "revision": "1",
                  "departments": [{"id": "customer-success", "name": "Customer success"}],
                  "roles": [{"id": "vp", "title": "VP", "department": "customer-success"}, ROLE],
                  "members": [{"id": "vera", "role": "vp", "zone": "Europe/Berlin", "hoursPerWeek": 1}]
                }
                """.replace("ROLE", example());

        Organisation organisation = OrganisationDocument.KIND
                .read(JsonInput.text("us.json", document))
                .orThrow();

        assertThat(organisation.role("customer-success-lead").flatMap(Role::profile))
                .contains(new RoleProfile(
                        List.of(
                                Competency.builder()
                                        .skill("executive-reviews")
                                        .level(4)
                                        .weight(2)
                                        .build(),
                                Competency.must("coaching", 3),
                                Competency.nice("analytics", 4)),
                        List.of("en"),
                        List.of("de", "fr")));
        assertThat(OrganisationDocument.KIND
                        .read(JsonInput.text("again.json", OrganisationDocument.KIND.toJson(organisation)))
                        .orThrow())
                .isEqualTo(organisation);
    }

    @Test
    void schema_namesTheFieldsOfAMember() {
        assertThat(OrganisationDocument.KIND.toJsonSchema())
                .contains("\"hoursPerWeek\"", "\"reportsTo\"", "\"skills\"");
    }
}
