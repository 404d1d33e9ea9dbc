package dev.rapport.health.json;

import dev.rapport.health.contact.ContactThrottle;
import dev.rapport.health.survey.Drivers;
import dev.rapport.health.survey.EffortRanking;
import dev.rapport.health.survey.SilentAccounts;
import dev.rapport.health.survey.SurveyInstruments;
import dev.rapport.health.survey.SurveyReport;
import dev.rapport.health.survey.Surveyed;
import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.book.Book;
import dev.rapport.model.customer.SurveyAnswer;
import dev.rapport.model.json.JsonLayout;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What surveys say, as it is written: all of it once, with and without enough data. */
class SurveyJsonTest {

    private static final AttributeKey<Double> USED = AttributeKey.number("usage.active-share");
    private static final AttributeKey<Boolean> CHURNED = AttributeKey.bool("churned");
    private static final SurveyInstruments INSTRUMENTS =
            Surveyed.instruments(Surveyed.settings(Map.of("sponsor", 3.0), 1), Surveyed.nps(10, 5), Surveyed.csat());

    /** Forty accounts, whose answers rise with their usage; one with an unhappy sponsor. */
    private static Surveyed surveyed() {
        Surveyed surveyed = new Surveyed();
        for (int i = 0; i < 40; i++) {
            String account = "account-" + (10 + i);
            surveyed.set(account, USED, i / 40.0)
                    .set(account, Surveyed.SEGMENT, i % 4 == 0 ? "enterprise" : "small")
                    .person(account, "eva", "sponsor", Optional.empty())
                    .answer(account, "nps", 250, 9)
                    .answer(account, "nps", 40, 3 + i / 6);
            if (i % 3 == 0) {
                surveyed.silence(account, "nps", 90).silence(account, "nps", 4);
            }
        }
        return surveyed.answer("account-10", "nps", 20, 9, Map.of(SurveyAnswer.RESPONDENT, "ben"))
                .answer("account-10", "nps", 20, 1, Map.of(SurveyAnswer.RESPONDENT, "eva"))
                .answer("account-11", "csat", 20, 5)
                .answer("account-11", "csat", 20, 9);
    }

    private static Book book() {
        Map<String, Boolean> churned = new HashMap<>();
        Book book = surveyed().book();
        book.customerIds().forEach(id -> churned.put(id, id.compareTo("account-20") < 0 || id.endsWith("5")));
        return book.with(CHURNED, "outcomes", churned);
    }

    @Test
    void report_isWritten() {
        SurveyReport report = SurveyReport.of(book(), INSTRUMENTS, List.of(Surveyed.SEGMENT));

        GoldenText.verify("survey-documents/report.written.json", SurveyJson.REPORT.toJson(report));
    }

    @Test
    void associations_areWritten_andCalledSo() {
        Drivers drivers = Drivers.of(book(), Surveyed.nps(10, 5), Surveyed.settings(), List.of(USED, CHURNED));
        EffortRanking efforts = EffortRanking.of(
                book(),
                Surveyed.nps(10, 5),
                Surveyed.settings(),
                Surveyed.SEGMENT,
                new EffortRanking.Outcome(CHURNED, false));
        SilentAccounts silent = SilentAccounts.of(book(), Surveyed.nps(10, 5), Surveyed.settings(), CHURNED, 5);

        GoldenText.verify(
                "survey-documents/associations.written.json",
                JsonLayout.PRETTY.text(out -> out.object(object -> {
                    SurveyJson.DRIVERS.write(drivers, object.name("drivers"));
                    SurveyJson.EFFORTS.write(efforts, object.name("efforts"));
                    SurveyJson.SILENT.write(silent, object.name("silent"));
                })));
    }

    @Test
    void throttleCounts_areWritten() {
        var counts = ContactThrottle.halfYearly().resolve(List.of()).orThrow().count(book(), "nps");

        GoldenText.verify("survey-documents/contacts.written.json", SurveyJson.CONTACTS.toJson(counts));
    }
}
