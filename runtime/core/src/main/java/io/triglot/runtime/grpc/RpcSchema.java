package io.triglot.runtime.grpc;

import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.Descriptors.MethodDescriptor;
import com.google.protobuf.Descriptors.ServiceDescriptor;
import io.grpc.protobuf.ProtoMethodDescriptorSupplier;
import io.triglot.runtime.OperationDescriptor;

/**
 * What server reflection and interceptors can learn of an rpc.
 *
 * @param service the schema of the service
 * @param name the name of the rpc
 * @param operation the operation that it is
 * @param mayBlock whether a call may block the thread on which it arrives
 */
record RpcSchema(
    ServiceSchema service, String name, OperationDescriptor operation, boolean mayBlock)
    implements ProtoMethodDescriptorSupplier {

  @Override
  public FileDescriptor getFileDescriptor() {
    return service.getFileDescriptor();
  }

  @Override
  public ServiceDescriptor getServiceDescriptor() {
    return service.getServiceDescriptor();
  }

  @Override
  public MethodDescriptor getMethodDescriptor() {
    return getServiceDescriptor().findMethodByName(name);
  }
}
