package io.triglot.processor.backend.graphql;

import io.triglot.processor.model.EntityKey;
import io.triglot.processor.model.EntityMethod;

/**
 * A method that finds objects of a type for the routers of a federated graph.
 *
 * @param type the type of the objects
 * @param key the fields by which it finds them; none where it is not clear which
 */
record EntityNode(TypeUse.ObjectUse type, EntityKey key, EntityMethod source) {}
