package dev.rapport.engagement.json;

import static dev.rapport.engagement.json.FiledAcme.PSEUDONYMS;
import static dev.rapport.engagement.json.FiledAcme.TODAY;
import static dev.rapport.engagement.json.FiledAcme.file;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.engagement.file.CustomerFile;
import dev.rapport.engagement.file.FileView;
import dev.rapport.engagement.file.TimelineItem;
import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.Sensitivity;
import dev.rapport.model.attribute.SeriesKey;
import dev.rapport.model.customer.Person;
import dev.rapport.model.json.JsonInput;
import dev.rapport.model.json.JsonLayout;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;

/**
 * What stands in a customer file, for whom. Where a change of the golden file is right, {@code -Dgolden.write=<src/test/resources
 * of the module, absolute>} writes it down.
 */
class CustomerFileJsonTest {

    private static String json(CustomerFile file) {
        return JsonLayout.PRETTY.text(out -> CustomerFileJson.write(file, out));
    }

    @Test
    void file_isGolden() throws IOException {
        String write = System.getProperty("golden.write");
        if (write != null) {
            Files.writeString(
                    Path.of(write, "dev/rapport/engagement/json/customer-file.expected.json"),
                    json(file(Sensitivity.INTERNAL)));
            return;
        }
        try (InputStream in = CustomerFileJsonTest.class.getResourceAsStream("customer-file.expected.json")) {
            assertThat(json(file(Sensitivity.INTERNAL)))
                    .isEqualTo(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void file_isTheSame_inAnotherPlace() {
        String here = json(file(Sensitivity.INTERNAL));
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
        TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Apia"));
        try {
            assertThat(json(file(Sensitivity.INTERNAL))).isEqualTo(here);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void personalData_isThere_onlyWhenAskedFor() {
        List<String> secrets = List.of(
                "Wile Coyote",
                "Road Runner",
                "beep@acme.example",
                "secret comment",
                "secret note",
                "secret text",
                "\"value\": 44");

        assertThat(json(file(Sensitivity.PERSONAL))).contains(secrets);
        assertThat(json(file(Sensitivity.INTERNAL))).doesNotContain(secrets).contains("Acme", "sponsor");
        assertThat(json(file(Sensitivity.OPEN))).doesNotContain(secrets).contains("Acme");
        assertThat(file(Sensitivity.OPEN).series()).isEmpty();
        assertThat(file(Sensitivity.OPEN).contracts()).isEmpty();
    }

    @Test
    void values_areWithoutPersonalData_too() {
        CustomerFile file = file(Sensitivity.INTERNAL);

        assertThat(file.series(Person.SERIES)).singleElement().satisfies(person -> {
            assertThat(person.name()).isEmpty();
            assertThat(person.role()).contains("sponsor");
        });
        assertThat(file.profile()).extracting(line -> line.key().name()).doesNotContain("age", "person-name");
        assertThat(file.entries(Person.SERIES).get(0).find(AttributeKey.text("name")))
                .as("also for a key that does not say its sensitivity")
                .isEmpty();
    }

    @Test
    void csm_seesNames_ceoAndVpDoNot() {
        assertThat(json(file("csm"))).contains("Road Runner", "secret note");
        for (String reader : List.of("ceo", "vp")) {
            assertThat(json(file(reader)))
                    .contains("\"reader\": \"" + reader + "\"", "sponsor", "assigned by hand", "a guess", "12000")
                    .doesNotContain("Road Runner", "secret note");
        }
    }

    @Test
    void partner_seesPeopleAsPseudonyms_andNoPrices() {
        CustomerFile file = file("partner");

        assertThat(json(file))
                .doesNotContain("Road Runner", "beep", "secret", "12000", "assigned by hand", "a guess", "a hunch");
        assertThat(file.contracts())
                .hasSize(2)
                .allSatisfy(contract -> assertThat(contract.arr()).isEmpty());
        assertThat(file.series(Person.SERIES)).singleElement().satisfies(person -> {
            assertThat(person.name()).hasValue(PSEUDONYMS.of("Road Runner"));
            assertThat(person.role()).contains("sponsor");
        });
        assertThat(file.sections().health()).isEmpty();
        assertThat(file.sections().escalations()).isEmpty();
        assertThat(file.sections().journey()).isPresent();
    }

    @Test
    void customer_seesTheirOwnFacts_andNothingThatWeMakeOfThem() {
        CustomerFile file = file("customer");

        assertThat(json(file))
                .contains("12000", "Fewer clicks")
                .doesNotContain(
                        "assigned by hand",
                        "a guess",
                        "a hunch",
                        "anna",
                        "Road Runner",
                        "win-a-sponsor",
                        "secret note");
        assertThat(file.timeline()).isEmpty();
        assertThat(file.sections().milestones()).isEmpty();
        assertThat(file.series())
                .extracting(SeriesKey::name)
                .containsExactly(
                        "contracts", "contract-lines", "usage", "survey-answers", "tickets", "goals", "feedback");
    }

    @Test
    void attribute_thatIsLeftOut_isWithheldFromEveryReading() {
        FileView seen = FileView.builder()
                .reader("auditor")
                .shows(Sensitivity.PERSONAL)
                .addWithout("headcount", "people.role", "contracts.start")
                .addHashed("person-name")
                .build();
        CustomerFile file = file(seen);

        assertThat(file.profile())
                .extracting(line -> line.key().name() + "="
                        + line.reading().value().map(Object::toString).orElse("?"))
                .containsExactly(
                        "name=Acme <script>", "person-name=" + PSEUDONYMS.of("Wile Coyote"), "country=DE", "age=44.0");
        assertThat(file.series(Person.SERIES)).singleElement().satisfies(person -> {
            assertThat(person.role()).isEmpty();
            assertThat(person.name()).contains("Road Runner");
        });
        assertThat(file.contracts())
                .as("start is a field that every contract must have")
                .isEmpty();
    }

    @Test
    void whatCannotBeReckoned_isSaid_andTheFileIsMade() {
        assertThat(file(Sensitivity.INTERNAL).contracts().get(1)).satisfies(contract -> {
            assertThat(contract.arr()).isEmpty();
            assertThat(contract.problems()).singleElement().asString().contains("no rate from USD");
        });
    }

    @Test
    void timeline_isLatestFirst_withoutWhatIsToCome() {
        List<TimelineItem> timeline = file(Sensitivity.INTERNAL).timeline();

        assertThat(timeline).isSortedAccordingTo((a, b) -> b.date().compareTo(a.date()));
        assertThat(timeline)
                .extracting(TimelineItem::text)
                .startsWith("renewal fired: 32 days before 2026-08-01 of c-1")
                .contains("sponsor left", "call by anna", "nps 6", "anna becomes csm", "enters onboarding");
        assertThat(timeline).allSatisfy(item -> assertThat(item.date()).isBeforeOrEqualTo(TODAY));
    }

    @Test
    void json_isReadBack() {
        assertThat(JsonInput.text("file", json(file(Sensitivity.PERSONAL)))
                        .tree()
                        .isValid())
                .isTrue();
    }
}
