/**
 * The organisation as a document. The entry point is {@link dev.rapport.model.organisation.json.OrganisationJson}.
 */
@NullMarked
package dev.rapport.model.organisation.json;

import org.jspecify.annotations.NullMarked;
