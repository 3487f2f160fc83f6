package io.triglot.runtime.grpc;

import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.Descriptors.ServiceDescriptor;
import io.grpc.protobuf.ProtoServiceDescriptorSupplier;
import java.util.function.Supplier;

/**
 * What server reflection can learn of a service. Descriptors are built when somebody asks for them.
 *
 * @param file the file that declares the service
 * @param name the simple name of the service
 */
record ServiceSchema(Supplier<FileDescriptor> file, String name)
    implements ProtoServiceDescriptorSupplier {

  @Override
  public FileDescriptor getFileDescriptor() {
    return file.get();
  }

  @Override
  public ServiceDescriptor getServiceDescriptor() {
    return getFileDescriptor().findServiceByName(name);
  }
}
