package dev.rapport.health.atrisk;

import dev.rapport.health.Books;
import dev.rapport.health.HealthAttributes;
import dev.rapport.health.measure.AttributeTest;
import dev.rapport.health.measure.CurvePoint;
import dev.rapport.health.risk.ChurnRisk;
import dev.rapport.health.risk.RiskPolicy;
import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.customer.Customer;
import dev.rapport.model.customer.Play;
import dev.rapport.model.shape.DocumentHeader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joda.money.Money;

/** Customers with a band, a decision and an owner, and plays for them. */
final class AtRiskBooks {

    static final AttributeKey<LocalDate> DATE = AttributeKey.date("decision.next-date");
    static final AttributeKey<Money> ARR = AttributeKey.money("decision.next-arr");
    static final AttributeKey<String> BAND = HealthAttributes.BAND;
    static final AttributeKey<String> OWNER = AttributeKey.text("owner.csm");
    static final AttributeKey<Boolean> SPONSOR = AttributeKey.bool("sponsor.present");

    /** Eight hours, thirty days ahead; from nothing on the last safe day to half of it two months before. */
    static final SavePlay WIN_A_SPONSOR = new SavePlay(
            "win-a-sponsor",
            new SavePlay.Effort(8, 30),
            new Saveability.ByDays(List.of(new CurvePoint(0, 0), new CurvePoint(60, 0.5))));

    /** One hour, a week ahead; a fifth, whatever the days. */
    static final SavePlay CALL = new SavePlay("call", new SavePlay.Effort(1, 7), new Saveability.Share(0.2));

    private AtRiskBooks() {}

    static Customer.Builder customer(String id, String band, int days, String arr) {
        return Books.customer(id)
                .set(BAND, band, Books.EARLY)
                .set(DATE, Books.TODAY.plusDays(days), Books.EARLY)
                .set(ARR, Money.parse(arr), Books.EARLY);
    }

    /** Red 0.75, yellow 0.3, green 0.1. */
    static ChurnRisk byBand() {
        return RiskPolicy.egCsmForecast().resolve(HealthAttributes.all()).orThrow();
    }

    static AtRiskRanking ranking() {
        return AtRiskRanking.by(byBand(), 120);
    }

    static PlayChoice plays(SavePlays plays) {
        List<AttributeKey<?>> known = new ArrayList<>(HealthAttributes.all());
        known.add(SPONSOR);
        return new AtRiskPolicy(DocumentHeader.of("at-risk", "1"), "opinion", plays)
                .resolve(known)
                .orThrow();
    }

    /** Who has no sponsor gets one, everybody else is called. */
    static PlayChoice sponsorOrCall() {
        return plays(new SavePlays(
                List.of(new SavePlays.Case(new AttributeTest.Is("sponsor.present", false), WIN_A_SPONSOR)),
                CALL,
                Optional.empty()));
    }

    /** A play that takes so many hours and no time before the decision, and saves half of everything. */
    static PlayChoice everybodyGets(double hours) {
        return plays(SavePlays.only(new SavePlay("call", new SavePlay.Effort(hours, 0), new Saveability.Share(0.5))));
    }

    static SaveHours hours(String owner, double perWeek) {
        return SaveHours.perWeek(OWNER, Map.of(owner, perWeek));
    }

    static Customer.Builder begun(
            Customer.Builder customer, String play, String owner, int startedDaysAgo, int expiresInDays) {
        LocalDate start = Books.TODAY.minusDays(startedDaysAgo);
        return customer.add(
                Play.SERIES,
                entry -> entry.id("play-" + startedDaysAgo)
                        .at(Books.EARLY)
                        .with(Play.PLAY, play)
                        .with(Play.OWNER, owner)
                        .with(Play.STARTED_ON, start)
                        .with(Play.REVIEW_ON, start.plusDays(14))
                        .with(Play.EXPIRES_ON, Books.TODAY.plusDays(expiresInDays)));
    }
}
