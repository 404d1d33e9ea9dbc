package dev.rapport.model.organisation.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.model.organisation.Organisation;
import dev.rapport.model.problem.Checked;
import dev.rapport.model.problem.GoldenFiles;
import dev.rapport.model.problem.InvalidDocumentException;
import java.io.IOException;
import java.nio.file.Path;
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

    @Test
    void schema_namesTheFieldsOfAMember() {
        assertThat(OrganisationDocument.KIND.toJsonSchema())
                .contains("\"hoursPerWeek\"", "\"reportsTo\"", "\"skills\"");
    }
}
