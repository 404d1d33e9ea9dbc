/**
 * The organisation as a document. The entry point is {@link dev.rapport.model.organisation.json.OrganisationDocument}.
 */
@NullMarked
package dev.rapport.model.organisation.json;

import org.jspecify.annotations.NullMarked;
