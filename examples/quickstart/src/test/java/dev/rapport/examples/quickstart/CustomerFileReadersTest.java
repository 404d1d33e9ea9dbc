package dev.rapport.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.engagement.file.CustomerFile;
import dev.rapport.engagement.file.FileView;
import dev.rapport.engagement.file.FileViews;
import dev.rapport.engagement.file.Pseudonyms;
import dev.rapport.engagement.json.CustomerFileJson;
import dev.rapport.engagement.json.PolicyDocuments;
import dev.rapport.engagement.milestone.InMemoryMilestoneLedger;
import dev.rapport.engagement.page.CustomerPage;
import dev.rapport.engagement.plan.Plan;
import dev.rapport.engagement.plan.Planner;
import dev.rapport.examples.quickstart.sample.SampleBook;
import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.attribute.Entry;
import dev.rapport.model.attribute.Sensitivity;
import dev.rapport.model.attribute.SeriesKey;
import dev.rapport.model.customer.CustomerSeries;
import dev.rapport.model.json.JsonLayout;
import dev.rapport.model.memory.Memory;
import dev.rapport.model.time.AsOf;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Of sixty customers nobody but who talks to people sees anything personal, in JSON and on the page. */
class CustomerFileReadersTest {

    private static final Pseudonyms PSEUDONYMS = Pseudonyms.keyed("sixteen letters.".getBytes(StandardCharsets.UTF_8));

    private static Optional<Plan> plan = Optional.empty();
    private static Optional<Planner> planner = Optional.empty();

    @BeforeAll
    static void makeThePlan() {
        Source source = Sources.sample(SampleBook.generate(60, 7), false, Optional.empty());
        AsOf asOf = AsOf.endOf(SampleBook.UNTIL, SampleBook.ZONE);
        Planner made = Planner.of(
                PolicyDocuments.read(
                                source.documents(), source.facts().asOf(asOf).provides())
                        .orThrow(),
                source.reckoning());
        plan = Optional.of(made.plan(source.facts(), asOf, Memory.empty(), new InMemoryMilestoneLedger()));
        planner = Optional.of(made);
    }

    /** The texts that only who talks to people may see. */
    private static Set<String> personal(CustomerView view) {
        Set<String> texts = new TreeSet<>();
        for (SeriesKey<?> series : CustomerSeries.all()) {
            for (Entry entry : view.entries(series)) {
                for (AttributeKey<?> field : series.fields()) {
                    if (field.sensitivity() == Sensitivity.PERSONAL
                            && entry.find(field).orElse(null) instanceof String text
                            && !text.startsWith(view.customerId())) {
                        texts.add(text);
                    }
                }
            }
        }
        return texts;
    }

    private static String written(CustomerFile file) throws IOException {
        StringBuilder page = new StringBuilder();
        CustomerPage.write(file, page);
        return page.append(JsonLayout.PRETTY.text(out -> CustomerFileJson.write(file, out)))
                .toString();
    }

    private static CustomerFile file(String customer, FileView view) {
        return planner.orElseThrow()
                .file(plan.orElseThrow(), customer, new InMemoryMilestoneLedger(), view, PSEUDONYMS)
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ceo", "vp", "partner", "customer"})
    void nothingPersonal_isSeen(String reader) throws IOException {
        FileView view = FileViews.standard().find(reader).orElseThrow();
        for (CustomerView customer : plan.orElseThrow().book().customers()) {
            Set<String> personal = personal(customer);
            String written = written(file(customer.customerId(), view));
            assertThat(personal.stream().filter(written::contains))
                    .as("%s for %s", customer.customerId(), reader)
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"partner", "customer"})
    void nobodyOutside_seesWhatWeMakeOfThem(String reader) throws IOException {
        FileView view = FileViews.standard().find(reader).orElseThrow();
        for (CustomerView customer : plan.orElseThrow().book().customers()) {
            CustomerFile file = file(customer.customerId(), view);
            assertThat(file.sections().nextSteps()).isEmpty();
            assertThat(file.sections().escalations()).isEmpty();
            assertThat(file.sections().health()).isEmpty();
            assertThat(file.sections().healthHistory()).isEmpty();
            assertThat(written(file)).doesNotContain("What to do next", "churn-risk", "Churn risk");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = "csm")
    void whoTalksToPeople_seesThem(String reader) throws IOException {
        FileView view = FileViews.standard().find(reader).orElseThrow();
        int seen = 0;
        for (CustomerView customer : plan.orElseThrow().book().customers()) {
            String written = written(file(customer.customerId(), view));
            assertThat(personal(customer)).as(customer.customerId()).allMatch(written::contains);
            seen += personal(customer).size();
        }
        assertThat(seen).isGreaterThan(200);
    }
}
