package dev.rapport.model.customer;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.Dimension;
import dev.rapport.model.attribute.Sensitivity;
import java.util.List;
import java.util.Set;
import org.joda.money.Money;

/** The attributes of a customer that this library names. A host adds its own keys beside them. */
public final class CustomerAttributes {

    /** What a company is called. */
    public static final AttributeKey<String> NAME =
            AttributeKey.text("name").dimension(Dimension.DEMOGRAPHIC).sensitivity(Sensitivity.OPEN);

    /** What a person is called. */
    public static final AttributeKey<String> PERSON_NAME =
            AttributeKey.text("person-name").dimension(Dimension.DEMOGRAPHIC).sensitivity(Sensitivity.PERSONAL);

    /** The customer that this one belongs to, such as a holding. */
    public static final AttributeKey<String> PARENT =
            AttributeKey.text("parent").dimension(Dimension.DEMOGRAPHIC);

    /** The customer that took this one over. */
    public static final AttributeKey<String> MERGED_INTO =
            AttributeKey.text("merged-into").dimension(Dimension.DEMOGRAPHIC);

    /** The customer that this one came out of. */
    public static final AttributeKey<String> SPLIT_FROM =
            AttributeKey.text("split-from").dimension(Dimension.DEMOGRAPHIC);

    /** The line of business. */
    public static final AttributeKey<String> INDUSTRY =
            AttributeKey.text("industry").dimension(Dimension.DEMOGRAPHIC);

    /** How many people work there. */
    public static final AttributeKey<Double> HEADCOUNT =
            AttributeKey.number("headcount").dimension(Dimension.DEMOGRAPHIC).unit("people");

    /** The yearly revenue of the company itself. */
    public static final AttributeKey<Money> REVENUE =
            AttributeKey.money("revenue").dimension(Dimension.DEMOGRAPHIC);

    /** The age of a person. */
    public static final AttributeKey<Double> AGE = AttributeKey.number("age")
            .dimension(Dimension.DEMOGRAPHIC)
            .unit("years")
            .sensitivity(Sensitivity.PERSONAL);

    /** The gender of a person. */
    public static final AttributeKey<String> GENDER =
            AttributeKey.text("gender").dimension(Dimension.DEMOGRAPHIC).sensitivity(Sensitivity.PERSONAL);

    /** The yearly income of a person. */
    public static final AttributeKey<Money> INCOME =
            AttributeKey.money("income").dimension(Dimension.DEMOGRAPHIC).sensitivity(Sensitivity.PERSONAL);

    /** The education of a person. */
    public static final AttributeKey<String> EDUCATION =
            AttributeKey.text("education").dimension(Dimension.DEMOGRAPHIC).sensitivity(Sensitivity.PERSONAL);

    /** The country, as an ISO 3166 code. */
    public static final AttributeKey<String> COUNTRY =
            AttributeKey.text("country").dimension(Dimension.GEOGRAPHIC);

    /** The part of the world or of the country. */
    public static final AttributeKey<String> REGION =
            AttributeKey.text("region").dimension(Dimension.GEOGRAPHIC);

    /** The city. */
    public static final AttributeKey<String> CITY = AttributeKey.text("city").dimension(Dimension.GEOGRAPHIC);

    /** The postal code. */
    public static final AttributeKey<String> POSTAL_CODE =
            AttributeKey.text("postal-code").dimension(Dimension.GEOGRAPHIC);

    /** The zone of the customer, as an IANA name. */
    public static final AttributeKey<String> TIME_ZONE =
            AttributeKey.text("time-zone").dimension(Dimension.GEOGRAPHIC);

    /** The language to talk in, as an ISO 639 code. */
    public static final AttributeKey<String> LANGUAGE =
            AttributeKey.text("language").dimension(Dimension.GEOGRAPHIC);

    /** How the customer came to us. */
    public static final AttributeKey<String> CHANNEL =
            AttributeKey.text("channel").dimension(Dimension.BEHAVIOURAL);

    /** Licensed seats, where no contract tells. */
    public static final AttributeKey<Double> SEATS =
            AttributeKey.number("seats").dimension(Dimension.COMMERCIAL).unit("seats");

    /** What characterises them: innovator, cautious, price-minded. */
    public static final AttributeKey<Set<String>> TRAITS =
            AttributeKey.textSet("traits").dimension(Dimension.PSYCHOGRAPHIC);

    /** What they care about. */
    public static final AttributeKey<Set<String>> INTERESTS =
            AttributeKey.textSet("interests").dimension(Dimension.PSYCHOGRAPHIC);

    /** Why they buy. */
    public static final AttributeKey<Set<String>> AIMS =
            AttributeKey.textSet("aims").dimension(Dimension.PSYCHOGRAPHIC);

    private static final List<AttributeKey<?>> ALL = List.of(
            NAME,
            PERSON_NAME,
            PARENT,
            MERGED_INTO,
            SPLIT_FROM,
            INDUSTRY,
            HEADCOUNT,
            REVENUE,
            AGE,
            GENDER,
            INCOME,
            EDUCATION,
            COUNTRY,
            REGION,
            CITY,
            POSTAL_CODE,
            TIME_ZONE,
            LANGUAGE,
            CHANNEL,
            SEATS,
            TRAITS,
            INTERESTS,
            AIMS);

    private CustomerAttributes() {}

    /**
     * All of them.
     *
     * @return the keys in the order above
     */
    public static List<AttributeKey<?>> all() {
        return ALL;
    }
}
