package dev.rapport.model.attribute;

/** The side of a customer that an attribute describes, after which segments are named. */
public enum Dimension {
    /** Who they are: age, gender, income, education of a person; industry, headcount, revenue of a company. */
    DEMOGRAPHIC,
    /** Where they are: country, region, city, postal code. */
    GEOGRAPHIC,
    /** What they do now: usage, purchases, support load, loyalty, ratings. */
    BEHAVIOURAL,
    /** Why they buy: traits, lifestyle, interests, goals. */
    PSYCHOGRAPHIC,
    /** What they pay and could pay: contract value, recurring revenue, potential. */
    COMMERCIAL
}
